package fr.sejour.law.internal.text;

import fr.sejour.api.catalogue.Confidence;
import fr.sejour.api.catalogue.EditionStamp;
import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.prefecture.PrefectureCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one edition: its own parts, and those of the edition it extends for the rest. */
final class EditionReader {

    static final Map<String, Confidence> CONFIDENCE =
            Map.of("high", Confidence.HIGH, "medium", Confidence.MEDIUM, "low", Confidence.LOW);

    private static final Set<String> PARTS = Set.of(
            "sources",
            "pieces",
            "permits",
            "windows",
            "papers",
            "work",
            "clocks",
            "fee-classes",
            "fees",
            "prefectures");

    private final Shelf shelf;
    private final String folder;
    private final Entry head;
    private final @Nullable EditionReader parent;
    private final Set<String> own;
    private final List<String> permitFiles;

    EditionReader(Shelf shelf, String folder, Entry head, Optional<EditionReader> parent) {
        this.shelf = shelf;
        this.folder = folder;
        this.head = head;
        this.parent = parent.orElse(null);
        this.own = parent.isPresent() ? new HashSet<>(head.texts("replaces")) : PARTS;
        for (String part : own) {
            if (!PARTS.contains(part)) {
                throw head.refuse("replaces the unknown part " + part);
            }
        }
        this.permitFiles =
                own.contains("permits") || this.parent == null ? head.texts("permits") : this.parent.permitFiles;
    }

    EditionText read() {
        String name = head.text("edition");
        if (!name.equals(folder)) {
            throw head.refuse("calls itself " + name);
        }
        head.optionalText("extends");
        EditionStamp stamp = new EditionStamp(name, head.date("in_force_from"), head.date("recorded_on"));
        checkWhatIsForReaders();
        head.done();

        Sources sources = Sources.read(part("sources"));
        PieceReader pieces = PieceReader.read(part("pieces"), sources);
        WorkText work = WorkReader.read(part("work"));
        FeesText.Classes classes = FeeReader.classes(part("fee-classes"));
        Map<PermitCode, PermitText> permits = permits(new PermitReader(sources, pieces, work, classes));
        PaperTable papers = PaperReader.read(part("papers"), permits.keySet()::contains);
        WindowsText windows = WindowReader.read(part("windows"));
        windows.own().forEach(delay -> refuseUnknown(part("windows"), delay.permits(), permits.keySet()));
        FeesText.Amounts amounts = FeeReader.amounts(part("fees"), sources, classes);
        amounts.open().forEach(open -> refuseUnknown(part("fees"), open.permits(), permits.keySet()));
        return new EditionText(
                stamp,
                pieces.types(),
                pieces.withoutPermitOnly(),
                permits,
                windows,
                papers,
                work,
                ClockReader.read(part("clocks"), sources),
                new FeesText(classes, amounts),
                PrefectureReader.read(
                        "Edition " + folder + ", prefectures.csv", text("prefectures", "prefectures.csv")));
    }

    /** What is written for the jurist who reads the files: it has to be there, and no function rests on it. */
    private void checkWhatIsForReaders() {
        head.word("confidence", CONFIDENCE);
        head.text("confidence_note");
        if (parent == null || head.has("cautions")) {
            Entry entry = head.entry("cautions", head.name() + ", cautions");
            entry.keys().forEach(entry::text);
        }
    }

    private Map<PermitCode, PermitText> permits(PermitReader reader) {
        Map<PermitCode, PermitText> permits = new LinkedHashMap<>();
        for (String file : permitFiles) {
            Entry entry = Entry.parse("File permits/" + file, text("permits", "permits/" + file + ".yaml"));
            for (Entry permit : entry.entriesNamed("permits", "Permit", "code")) {
                PermitText text = reader.read(permit);
                if (permits.put(text.entry().code(), text) != null) {
                    throw permit.refuse("stands twice in the catalogue");
                }
            }
            entry.done();
        }
        for (PermitText permit : permits.values()) {
            for (PermitText.Succession succession : permit.follows()) {
                if (!permits.containsKey(succession.permit())) {
                    throw new InconsistentEdition(
                            "Permit " + permit.entry().code(), "follows the unknown permit " + succession.permit());
                }
            }
        }
        return permits;
    }

    private void refuseUnknown(Entry part, Set<PermitCode> named, Set<PermitCode> known) {
        for (PermitCode permit : named) {
            if (!known.contains(permit)) {
                throw part.refuse("names the unknown permit " + permit);
            }
        }
    }

    private Entry part(String part) {
        return Entry.parse("Edition " + folder + ", " + part, text(part, part + ".yaml"));
    }

    private String text(String part, String file) {
        return own.contains(part) || parent == null ? shelf.read(folder + "/" + file) : parent.text(part, file);
    }

    /** The préfecture that a word of an entry names. */
    static PrefectureCode prefecture(Entry entry, String code) {
        try {
            return new PrefectureCode(code);
        } catch (IllegalArgumentException malformed) {
            throw entry.refuse("names " + code + ", which is not a préfecture code");
        }
    }
}
