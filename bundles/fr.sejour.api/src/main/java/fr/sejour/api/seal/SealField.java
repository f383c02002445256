package fr.sejour.api.seal;

import java.util.Arrays;
import java.util.Optional;

/** The fields of the layout that a paper for a foreigner may carry, with the fewest and the most characters of each. */
enum SealField {
    NUMBER("01", 0, Integer.MAX_VALUE),
    CATEGORY("02", 0, Integer.MAX_VALUE),
    GIVEN_NAMES("60", 0, 60),
    FAMILY_NAME("62", 0, 38),
    NAME_IN_USE("63", 0, 38),
    NATIONALITY("67", 2, 2),
    GENDER("68", 1, 1),
    BIRTH_DATE("69", 8, 8),
    BIRTH_PLACE("6A", 0, 32),
    BIRTH_COUNTRY("6C", 2, 2),
    KIND("6J", 1, 1),
    CASE("6K", 19, 19),
    FILED_ON("6L", 8, 8),
    PERMIT("6M", 0, 40),
    FIRST_DAY("6N", 8, 8),
    LAST_DAY("6O", 8, 8),
    RIGHTS("6P", 0, 40),
    FOREIGNER("6Q", 0, 10),
    STREET("6U", 0, 38),
    POSTCODE("6W", 5, 5),
    TOWN("6X", 0, 32),
    COUNTRY("6Y", 2, 2);

    private final String id;
    private final int fewest;
    private final int most;

    SealField(String id, int fewest, int most) {
        this.id = id;
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<SealField> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    int most() {
        return most;
    }

    /** Whether its end is known without a separator. */
    boolean fixed() {
        return fewest == most;
    }
}
