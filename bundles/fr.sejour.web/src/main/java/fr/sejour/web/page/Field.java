package fr.sejour.web.page;

import fr.sejour.web.internal.template.StaticTemplates;
import fr.sejour.web.internal.template.Templates;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One field of a form as it is shown: its label, its help, what it holds and what is wrong with it. */
public final class Field implements Content {

    private static final Templates TEMPLATES = new StaticTemplates();

    /** How a field is filled in. */
    public enum Kind {
        LINE,
        SECRET,
        AREA,
        KNOWN_DAY,
        CALENDAR_DAY,
        SELECT,
        RADIOS,
        BOXES,
        FILE
    }

    private final Form form;
    private final String name;
    private final Kind kind;
    private String label;
    private Optional<String> hint;
    private List<Choice> choices = List.of();
    private Optional<String> autocomplete = Optional.empty();
    private Optional<String> inputMode = Optional.empty();
    private String width = "wide";
    private Optional<String> emptyChoice = Optional.empty();
    private boolean optional;

    Field(Form form, String name, Kind kind) {
        this.form = form;
        this.name = name;
        this.kind = kind;
        this.label = form.label(name);
        this.hint = form.words().ifSaid("field." + name + ".hint");
    }

    /** What the browser may fill in by itself (HTML autofill token). */
    public Field autocomplete(String token) {
        this.autocomplete = Optional.of(token);
        return this;
    }

    /** Which keyboard a phone shows, for example {@code numeric}. */
    public Field inputMode(String mode) {
        this.inputMode = Optional.of(mode);
        return this;
    }

    /** As wide as a short code. */
    public Field narrow() {
        this.width = "narrow";
        return this;
    }

    /** As wide as a number of some twenty signs. */
    public Field medium() {
        this.width = "medium";
        return this;
    }

    /** Says beside the label that it may be left out. */
    public Field optional() {
        this.optional = true;
        return this;
    }

    /** What the choice of nothing reads. */
    public Field orElse(String words) {
        this.emptyChoice = Optional.of(words);
        return this;
    }

    /** Another label than that of its name. */
    public Field label(String words) {
        this.label = words;
        return this;
    }

    /** Another help than that of its name. */
    public Field hint(String words) {
        this.hint = Optional.of(words);
        return this;
    }

    /** No help: the label says enough here. */
    public Field noHint() {
        this.hint = Optional.empty();
        return this;
    }

    Field among(List<Choice> answers) {
        this.choices = List.copyOf(answers);
        return this;
    }

    // what the templates read

    public Words words() {
        return form.words();
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public Optional<String> hint() {
        return hint;
    }

    public Optional<String> fault() {
        return form.fault(name);
    }

    /** The choices under their headings, in order; one group without a heading when they have none. */
    public Map<String, List<Choice>> groups() {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (Choice choice : choices) {
            groups.computeIfAbsent(choice.group().orElse(""), heading -> new ArrayList<>())
                    .add(choice);
        }
        return groups;
    }

    public String emptyChoice() {
        return emptyChoice.orElseGet(() -> form.words().say("form.choose"));
    }

    public boolean isOptional() {
        return optional;
    }

    public String width() {
        return width;
    }

    public Optional<String> autocomplete() {
        return autocomplete;
    }

    public Optional<String> inputMode() {
        return inputMode;
    }

    /** The HTML type of its input. */
    public String type() {
        return switch (kind) {
            case SECRET -> "password";
            case CALENDAR_DAY -> "date";
            case FILE -> "file";
            default -> "text";
        };
    }

    /** What it holds; a secret is never shown again. */
    public String value() {
        return kind == Kind.SECRET || kind == Kind.FILE ? "" : form.text(name);
    }

    /** What one of its three parts holds. */
    public String part(String part) {
        return form.text(name + "-" + part);
    }

    public boolean holds(Choice choice) {
        return form.all(name).contains(choice.value());
    }

    /** The identifiers of what describes it, for those who hear the page. */
    public Optional<String> describedBy() {
        String ids = (hint.isPresent() ? name + "-hint " : "") + (fault().isPresent() ? name + "-fault" : "");
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.strip());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Content shown = switch (kind) {
            case LINE, SECRET, CALENDAR_DAY, FILE -> TEMPLATES.fieldLine(this);
            case AREA -> TEMPLATES.fieldArea(this);
            case KNOWN_DAY -> TEMPLATES.fieldDay(this);
            case SELECT -> TEMPLATES.fieldSelect(this);
            case RADIOS -> TEMPLATES.fieldBoxes(this, "radio");
            case BOXES -> TEMPLATES.fieldBoxes(this, "checkbox");
        };
        shown.writeTo(output);
    }
}
