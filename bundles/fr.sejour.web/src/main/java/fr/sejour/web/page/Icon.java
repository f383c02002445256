package fr.sejour.web.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A sign that stands beside words and never instead of them: those who hear the page do not hear it. */
public final class Icon implements Content {

    public static final Icon YES = new Icon("<path d=\"M5 13l4 4L19 7\"/>");
    public static final Icon NO = new Icon("<path d=\"M6 6l12 12M18 6L6 18\"/>");
    public static final Icon OPEN = new Icon(
            "<path d=\"M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .9-1 1.7M12 17.5v.01\"/><circle cx=\"12\" cy=\"12\" r=\"9.5\"/>");
    public static final Icon CLOCK = new Icon("<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 7v5l3 2\"/>");
    public static final Icon WARNING = new Icon("<path d=\"M12 4L2.5 20h19L12 4zM12 10v5M12 17.5v.01\"/>");
    public static final Icon PAPER = new Icon("<path d=\"M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6\"/>");
    public static final Icon PERSON =
            new Icon("<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21c1-5 4-7 8-7s7 2 8 7\"/>");
    public static final Icon DESK = new Icon("<path d=\"M3 10h18M5 10v10M19 10v10M8 10V5h8v5M9 15h6\"/>");
    public static final Icon CHECK =
            new Icon("<path d=\"M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5\"/>");
    public static final Icon ARROW = new Icon("<path d=\"M5 12h14M13 6l6 6-6 6\"/>");
    public static final Icon LETTER = new Icon("<path d=\"M3 6h18v12H3zM3 7l9 6 9-6\"/>");

    private final String drawing;

    private Icon(String drawing) {
        this.drawing = drawing;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">");
        output.writeContent(drawing);
        output.writeContent("</svg>");
    }
}
