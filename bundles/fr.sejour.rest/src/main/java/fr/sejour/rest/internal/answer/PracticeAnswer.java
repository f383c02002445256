package fr.sejour.rest.internal.answer;

import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.RulesOrigin;
import fr.sejour.api.prefecture.ServicePoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the préfecture's rules say for a case. */
public record PracticeAnswer(@Nullable ServicePointAnswer servicePoint, String collectionMode, RulesAnswer rules) {

    /** A counter of a préfecture. */
    public record ServicePointAnswer(String id, String name, String address, List<String> collectionHours) {

        static ServicePointAnswer of(ServicePoint point) {
            return new ServicePointAnswer(point.id(), point.name(), point.address(), point.collectionHours());
        }
    }

    /** Who said so: a rules bundle with its version, or the national rules. */
    public record RulesAnswer(String bundle, String version) {

        static RulesAnswer of(RulesOrigin origin) {
            return new RulesAnswer(origin.bundle(), origin.version());
        }
    }

    static PracticeAnswer of(Practice practice) {
        return new PracticeAnswer(
                practice.servicePoint().map(ServicePointAnswer::of).orElse(null),
                Codes.of(practice.collection()),
                RulesAnswer.of(practice.rules()));
    }
}
