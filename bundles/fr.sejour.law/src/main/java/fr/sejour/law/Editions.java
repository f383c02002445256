package fr.sejour.law;

import fr.sejour.api.edition.ArrivedLaw;
import fr.sejour.api.edition.EditionFiles;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.law.internal.text.InconsistentEdition;
import fr.sejour.law.internal.text.Library;
import fr.sejour.law.internal.text.Shelf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The editions of the law, each with two dates: the day from which it is in force, and the day on which the platform learnt of
 * it. Some ship with the platform, others arrive while it runs. The core asks for the edition of a filing's day and keeps its
 * stamp with every decision. Safe from any thread; each edition is immutable, and what applies changes as a whole.
 */
@Component(service = Editions.class)
public final class Editions {

    private static final Comparator<Edition> BY_DATES = Comparator.comparing(
                    (Edition edition) -> edition.stamp().inForceFrom())
            .thenComparing(edition -> edition.stamp().recordedOn());

    private final Shelf shelf;
    private volatile Known known;

    /**
     * Reads and checks the editions of the bundle, and those that arrived before this start.
     *
     * @throws RuntimeException with one sentence that names the entry, when an edition contradicts itself, or did not come
     *     from whom it should: the component then does not start, and neither does what needs it
     */
    @Activate
    public Editions(@Reference ArrivedLaw arrived) {
        this(Shelf.shipped(), arrived.applying());
    }

    /** The editions of the bundle alone. */
    public Editions() {
        this(Shelf.shipped());
    }

    Editions(Shelf shelf) {
        this(shelf, List.of());
    }

    private Editions(Shelf shelf, List<EditionFiles> arrived) {
        this.shelf = shelf;
        this.known = read(arrived);
    }

    /** What applies, as a whole: those that arrived, and every edition in the order of the dates. */
    private record Known(List<EditionFiles> arrived, List<Edition> editions) {}

    /**
     * What the law would be with these instead of those that arrived before. Nothing changes for whoever asks this one.
     *
     * @param arrived each after those it extends
     * @throws CaseException {@code EDITION_REFUSED} with one sentence that names the entry, when they contradict themselves, each
     *     other or the editions of the bundle
     */
    public Editions with(List<EditionFiles> arrived) {
        try {
            return new Editions(shelf, arrived);
        } catch (InconsistentEdition slip) {
            throw new CaseException(ErrorCode.EDITION_REFUSED, Map.of("problem", String.valueOf(slip.getMessage())));
        }
    }

    /** From now on the law is that with these: see {@link #with}. */
    public void adopt(List<EditionFiles> arrived) {
        known = with(arrived).known;
    }

    /** Those that arrived, as they were adopted. */
    public List<EditionFiles> arrived() {
        return known.arrived();
    }

    /** Those of the bundle and those that arrived, in the order of their dates. */
    public List<Edition> all() {
        return known.editions();
    }

    private Known read(List<EditionFiles> arrived) {
        List<String> names = arrived.stream().map(EditionFiles::name).toList();
        return new Known(
                List.copyOf(arrived),
                new Library(shelf.with(arrived), names)
                        .editions().stream().map(Edition::new).sorted(BY_DATES).toList());
    }

    /**
     * The edition in force on a day, as the platform knows it now.
     *
     * @throws CaseException {@code NOT_FOUND} when the day is before the first edition
     */
    public Edition inForce(LocalDate on) {
        return all().stream()
                .filter(edition -> !edition.stamp().inForceFrom().isAfter(on))
                .max(BY_DATES)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND, Map.of("noEditionOn", on.toString())));
    }

    /** The edition in force at an instant: the national day decides, for whoever asks for no case. */
    public Edition at(Instant now) {
        return inForce(Prefecture.nationalDay(now));
    }

    /** The first day after that one on which the law changes, as far as is known: by an edition, or by a row of one. */
    public Optional<LocalDate> changesAfter(LocalDate day) {
        return all().stream()
                .flatMap(edition -> Stream.concat(
                        Stream.of(edition.stamp().inForceFrom()),
                        edition.text().papers().turns()))
                .filter(day::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** The first day whose law the platform knows. */
    public LocalDate knownSince() {
        return all().get(0).stamp().inForceFrom();
    }

    /**
     * The edition that a filing of that day is judged by: the one in force on the day, and the first for one that an earlier
     * system took in before any law that the platform knows.
     */
    public Edition judging(LocalDate filedOn) {
        return inForce(filedOn.isBefore(knownSince()) ? knownSince() : filedOn);
    }

    /** The official list of communes. It has no dates of its own: a former code leads to what the commune has become. */
    public OfficialCommunes communes() {
        return OfficialCommunes.shipped();
    }
}
