package fr.sejour.rest.internal.answer;

import fr.sejour.api.filing.CounterCodes.Drawn;
import java.time.Instant;

/** What a person shows at the counter; the code is told here and nowhere else. */
public record CounterCodeAnswer(String code, Instant until) {

    public static CounterCodeAnswer of(Drawn drawn) {
        return new CounterCodeAnswer(drawn.code().printed(), drawn.until());
    }

    /** Never the code. */
    @Override
    public String toString() {
        return "CounterCodeAnswer[hidden]";
    }
}
