package fr.sejour.law;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.law.internal.text.Library;
import fr.sejour.law.internal.text.Shelf;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The editions of the law that ship with the platform, each with two dates: the day from which it is in force, and the day on
 * which the platform learnt of it. The core asks for the edition of a filing's day and keeps its stamp with every decision.
 * Immutable; safe from any thread.
 */
@Component(service = Editions.class)
public final class Editions {

    private static final Comparator<Edition> BY_DATES = Comparator.comparing(
                    (Edition edition) -> edition.stamp().inForceFrom())
            .thenComparing(edition -> edition.stamp().recordedOn());

    private final List<Edition> editions;

    /**
     * Reads and checks the editions of the bundle.
     *
     * @throws RuntimeException with one sentence that names the entry, when an edition contradicts itself: the component then
     *     does not start, and neither does what needs it
     */
    @Activate
    public Editions() {
        this(Shelf.shipped());
    }

    Editions(Shelf shelf) {
        this.editions = new Library(shelf)
                .editions().stream().map(Edition::new).sorted(BY_DATES).toList();
    }

    /**
     * The edition in force on a day, as the platform knows it now.
     *
     * @throws CaseException {@code NOT_FOUND} when the day is before the first edition
     */
    public Edition inForce(LocalDate on) {
        return editions.stream()
                .filter(edition -> !edition.stamp().inForceFrom().isAfter(on))
                .max(BY_DATES)
                .orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND, Map.of("noEditionOn", on.toString())));
    }

    /** The first day whose law the platform knows. */
    public LocalDate knownSince() {
        return editions.get(0).stamp().inForceFrom();
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
