package fr.sejour.core.internal.desk;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.fault.CaseException;
import fr.sejour.api.fault.ErrorCode;
import fr.sejour.api.prefecture.Commune;
import fr.sejour.api.prefecture.CommuneCode;
import fr.sejour.api.prefecture.Communes;
import fr.sejour.api.prefecture.Practice;
import fr.sejour.api.prefecture.Prefecture;
import fr.sejour.core.internal.practice.Practices;
import fr.sejour.law.Edition;
import fr.sejour.law.Editions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The official communes, with who is in charge there by the law and by the rules of the préfectures. */
@Component
public final class RuledCommunes implements Communes {

    private final Editions editions;
    private final Practices practices;
    private final Clock clock;

    @Activate
    public RuledCommunes(@Reference Editions editions, @Reference Practices practices, @Reference Clock clock) {
        this.editions = editions;
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public Commune find(CommuneCode code) {
        return editions.communes().find(code).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
    }

    @Override
    public List<Commune> search(String words, int limit) {
        return editions.communes().search(words, limit);
    }

    @Override
    public Competence competence(CommuneCode code, Optional<PermitCode> permit) {
        Commune commune = find(code);
        Edition edition = editions.at(clock.instant());
        Prefecture prefecture =
                edition.prefecture(commune.prefecture()).orElseThrow(() -> new CaseException(ErrorCode.NOT_FOUND));
        permit.filter(it -> edition.permit(it).isEmpty()).ifPresent(it -> {
            throw new CaseException(ErrorCode.UNKNOWN_PERMIT, Map.of("permit", it.value()));
        });
        Optional<Practice> practice =
                permit.flatMap(it -> practices.resolve(prefecture.code(), commune.residence(), it));
        return new Competence(commune, prefecture, practice);
    }
}
