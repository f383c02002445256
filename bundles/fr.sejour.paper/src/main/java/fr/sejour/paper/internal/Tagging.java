package fr.sejour.paper.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What a document is, and the tree of what each mark on its pages is (ISO 14289-1). */
final class Tagging {

    private static final COSName TAB_ORDER = COSName.getPDFName("Tabs");
    private static final String STRUCTURE_ORDER = "S";

    private final PDDocument document;
    private final PDStructureElement root;
    private final Map<Integer, COSObjectable> parents = new HashMap<>();
    private COSArray marked = new COSArray();

    /**
     * @param language of the whole, as a BCP 47 tag
     * @param claims what the document conforms to beside ISO 14289-1, as descriptions in RDF
     */
    Tagging(PDDocument document, String title, String language, String claims) throws IOException {
        this.document = document;
        PDStructureTreeRoot tree = new PDStructureTreeRoot();
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        root = new PDStructureElement(StandardStructureTypes.DOCUMENT, tree);
        tree.appendKid(root);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marks);
        document.getDocumentCatalog().setLanguage(language);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentInformation().setTitle(title);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(packet(title, claims).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static String packet(String title, String claims) {
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;");
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                %s
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped, claims);
    }

    /** The element that holds all others. */
    PDStructureElement root() {
        return root;
    }

    static PDStructureElement element(String type, PDStructureNode within) {
        PDStructureElement element = new PDStructureElement(type, within);
        within.appendKid(element);
        return element;
    }

    /** What is marked from now on stands on that page. */
    void turn(PDPage page) {
        page.setStructParents(parents.size());
        // a signature is an annotation: PDF/UA-1 wants such a page walked in the order of its structure (7.18.3)
        page.getCOSObject().setName(TAB_ORDER, STRUCTURE_ORDER);
        marked = new COSArray();
        parents.put(parents.size(), new PDParentTreeValue(marked));
    }

    /** What is drawn from now until the end of the marked content belongs to the element. */
    void begin(PDPageContentStream content, PDPage page, PDStructureElement element) throws IOException {
        int at = marked.size();
        element.setPage(page);
        element.appendKid(at);
        marked.add(element);
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), at);
    }

    /** Writes the way back from the marks to the tree, once the last page is drawn. */
    void finish() {
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        PDStructureTreeRoot structure = document.getDocumentCatalog().getStructureTreeRoot();
        structure.setParentTree(tree);
        structure.setParentTreeNextKey(parents.size());
    }
}
