package fr.sejour.core.internal.desk;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.api.prefecture.PrefectureCode;
import fr.sejour.api.prefecture.PrefectureProfile;
import fr.sejour.api.prefecture.Prefectures;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.law.Editions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The préfectures of the law with the practice of their rules. */
@Component
public final class RuledPrefectures implements Prefectures {

    /** The permit whose collection stands for the others on a public page: the most usual one. */
    private static final PermitCode USUAL = new PermitCode("etudiant");

    private final Editions editions;
    private final Practices practices;
    private final Clock clock;

    @Activate
    public RuledPrefectures(@Reference Editions editions, @Reference Practices practices, @Reference Clock clock) {
        this.editions = editions;
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public Prefecture prefecture(PrefectureCode code) {
        return editions.at(clock.instant()).prefecture(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public PrefectureProfile find(PrefectureCode code) {
        Prefecture prefecture = prefecture(code);
        Practices.Profile profile = practices.profile(code, USUAL);
        return new PrefectureProfile(prefecture, profile.servicePoints(), profile.collection(), profile.rules());
    }
}
