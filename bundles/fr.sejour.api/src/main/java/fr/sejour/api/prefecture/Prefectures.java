package fr.sejour.api.prefecture;

import org.osgi.annotation.versioning.ProviderType;

/** What the platform knows of each préfecture, local rules included. Safe from any thread; opens no transaction. */
@ProviderType
public interface Prefectures {

    /**
     * A préfecture as the law knows it: its name, its seat, its zone. No rules are asked, so a page may call it for each row.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when no préfecture has that code
     */
    Prefecture prefecture(PrefectureCode code);

    /**
     * A préfecture with its present practice, for which its rules are asked and may take their time. The practice is the national one when no rules bundle serves it.
     *
     * @throws fr.sejour.api.fault.CaseException {@code NOT_FOUND} when no préfecture has that code
     */
    PrefectureProfile find(PrefectureCode code);
}
