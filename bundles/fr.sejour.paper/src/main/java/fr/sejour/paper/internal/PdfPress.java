package fr.sejour.paper.internal;

import fr.sejour.api.catalogue.Catalogue;
import fr.sejour.api.paper.PaperPress;
import fr.sejour.api.paper.PrintedPaper;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.api.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Sets a paper on one page of A4 as PDF/A-3a and PDF/UA-1, in French and beneath it in the language of a second reading. */
@Component(configurationPid = "fr.sejour.paper")
@Designate(ocd = PdfPress.Config.class)
public final class PdfPress implements PaperPress {

    private final Catalogue catalogue;
    private final Prefectures prefectures;
    private final Texts texts;
    private final String address;

    /** As many as ever printed at once: a print borrows one and gives it back. */
    private final Queue<Typefaces> idle = new ConcurrentLinkedQueue<>();

    /** The settings of {@code etc/fr.sejour.paper.cfg}. */
    @ObjectClassDefinition(id = "fr.sejour.paper", name = "Séjour: papers")
    @interface Config {
        @AttributeDefinition(
                description = "Where the public reaches the platform, without a slash at the end, such as"
                        + " https://sejour.example. Papers name the page that checks them; blank: they only say what to do"
                        + " there.")
        String publicAddress() default "";
    }

    @Activate
    public PdfPress(
            @Reference Catalogue catalogue, @Reference Prefectures prefectures, @Reference Texts texts, Config config) {
        this(catalogue, prefectures, texts, config.publicAddress());
    }

    public PdfPress(Catalogue catalogue, Prefectures prefectures, Texts texts, String publicAddress) {
        this.catalogue = catalogue;
        this.prefectures = prefectures;
        this.texts = texts;
        this.address = publicAddress.isBlank() ? "" : publicAddress.strip() + "/check";
    }

    @Override
    public List<String> languages() {
        return texts.paperLanguages().stream()
                .filter(language -> !language.equals(PaperWords.FRENCH))
                .toList();
    }

    @Override
    public byte[] print(PrintedPaper paper, String seal, String language) {
        if (!texts.paperLanguages().contains(language)) {
            throw new IllegalArgumentException("No paper is printed in " + language);
        }
        PaperWords words = new PaperWords(texts, language, paper, catalogue, prefectures, address);
        Typefaces typefaces = Optional.ofNullable(idle.poll()).orElseGet(Typefaces::new);
        try (Leaf leaf = new Leaf(typefaces, words)) {
            return leaf.print(Seal.of(seal), PaperStatement.of(paper, seal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            idle.add(typefaces);
        }
    }
}
