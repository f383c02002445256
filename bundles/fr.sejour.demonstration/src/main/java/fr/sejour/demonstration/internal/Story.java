package fr.sejour.demonstration.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens to one invented person, day by day.
 *
 * @param login the login the person signs in with
 * @param telling why the story is told, in one sentence for the demonstration's page
 */
record Story(
        String login,
        String familyName,
        String givenNames,
        LocalDate birthDate,
        String nationality,
        String language,
        String telling,
        Optional<Registered> registered,
        List<Scene> scenes) {

    /** What the register knows of the person. Days count from the first day of the demonstration. */
    record Registered(String foreignerNumber, Optional<Permit> permit, Optional<String> protection) {}

    /** A permit, its days counted from the first day of the demonstration. */
    record Permit(String code, String kind, String number, int fromDay, int untilDay) {}

    /** Something that happens on a day. */
    record Scene(int day, Deed deed) {}

    /** What somebody does. */
    @FunctionalInterface
    interface Deed {
        void act(Stage stage);
    }

    /** A story being written. */
    static final class Writer {
        private final List<Scene> scenes = new ArrayList<>();

        Writer on(int day, Deed deed) {
            scenes.add(new Scene(day, deed));
            return this;
        }

        List<Scene> scenes() {
            return List.copyOf(scenes);
        }
    }
}
