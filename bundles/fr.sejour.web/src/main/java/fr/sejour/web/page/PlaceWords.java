package fr.sejour.web.page;

import fr.sejour.api.fault.CaseException;
import fr.sejour.api.person.Residence;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Communes;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody lives, as a form asks for it: they type the name or postcode of a place in {@code place}, and pick one of those
 * it may mean in {@code commune}. Nobody is asked for a code.
 */
public final class PlaceWords {

    /** As many places as somebody looks through. */
    private static final int MOST = 15;

    private final Communes communes;

    public PlaceWords(Communes communes) {
        this.communes = communes;
    }

    /** A place as people name it, with what it is part of and its département: Freigné (Vallons-de-l'Erdre, 44). */
    public static String name(Commune place) {
        String part = place.name().equals(place.whole()) || place.kind() == Commune.Kind.ARRONDISSEMENT
                ? ""
                : place.whole() + ", ";
        return place.name() + " (" + part + place.prefecture() + ")";
    }

    /** The name of a code; the code itself when no list has it. */
    public String name(CommuneCode code) {
        try {
            return name(communes.find(code));
        } catch (CaseException unknown) {
            return code.value();
        }
    }

    /**
     * Where the person lives; empty while they have to pick, and with the fault noted when nothing fits. What was picked counts
     * only while it is what was typed.
     */
    public Optional<Residence> read(Form form) {
        Optional<String> address = form.inWords("address");
        Optional<String> typed = form.inWords("place");
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        List<Commune> found = communes.search(typed.get(), Communes.MOST);
        Optional<Commune> picked = picked(form, typed.get(), found);
        if (picked.isEmpty() && found.isEmpty()) {
            form.refuse("place", "portal.place.none");
            return Optional.empty();
        }
        return picked.isEmpty()
                ? Optional.empty()
                : form.together(
                        "address",
                        () -> new Residence(address.orElseThrow(), picked.get().residence()));
    }

    /** Whether what was typed may mean any place. */
    public boolean means(Form form) {
        return !communes.search(form.text("place"), 1).isEmpty();
    }

    /** The places to pick from; none when nothing was typed, or one place is meant already. */
    public List<Choice> choices(Form form) {
        String typed = form.text("place");
        List<Commune> found = communes.search(typed, Communes.MOST);
        return picked(form, typed, found).isPresent()
                ? List.of()
                : found.stream().limit(MOST).map(it -> choice(form.words(), it)).toList();
    }

    private Optional<Commune> picked(Form form, String typed, List<Commune> found) {
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        Optional<Commune> named = found.stream()
                .filter(it -> it.code().value().equals(form.text("commune")))
                .findFirst();
        return named.or(() -> written(form.text("commune")).filter(it -> name(it).equals(typed)));
    }

    private Optional<Commune> written(String code) {
        try {
            return Optional.of(communes.find(new CommuneCode(code)));
        } catch (IllegalArgumentException | CaseException noPlace) {
            return Optional.empty();
        }
    }

    private static Choice choice(Words words, Commune place) {
        Choice choice = Choice.of(place.code().value(), name(place));
        return place.postcodes().isEmpty()
                ? choice
                : choice.hint(words.say(
                        "portal.place.postcodes",
                        "count",
                        place.postcodes().size(),
                        "codes",
                        String.join(", ", place.postcodes().stream().limit(6).toList())));
    }
}
