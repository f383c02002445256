package fr.sejour.rest.internal;

import fr.sejour.api.text.Texts;
import fr.sejour.rest.contract.ContractClient;
import fr.sejour.rest.internal.archive.CaseArchives;
import fr.sejour.rest.internal.arrival.Arrivals;
import fr.sejour.rest.internal.operate.Meters;
import fr.sejour.rest.internal.request.JerseySettings;
import fr.sejour.rest.internal.request.JsonBodies;
import fr.sejour.rest.internal.request.OperationGates;
import fr.sejour.rest.internal.request.RequestEdge;
import fr.sejour.rest.internal.resource.AccountsResource;
import fr.sejour.rest.internal.resource.AgentsResource;
import fr.sejour.rest.internal.resource.ArchivesResource;
import fr.sejour.rest.internal.resource.AttemptsResource;
import fr.sejour.rest.internal.resource.AttestationsResource;
import fr.sejour.rest.internal.resource.BulkActsResource;
import fr.sejour.rest.internal.resource.CasesResource;
import fr.sejour.rest.internal.resource.CatalogueResource;
import fr.sejour.rest.internal.resource.CheckProofsResource;
import fr.sejour.rest.internal.resource.ChecksResource;
import fr.sejour.rest.internal.resource.ChiefsResource;
import fr.sejour.rest.internal.resource.CommunesResource;
import fr.sejour.rest.internal.resource.CorrectionsResource;
import fr.sejour.rest.internal.resource.CounterCodesResource;
import fr.sejour.rest.internal.resource.CoverageGapsResource;
import fr.sejour.rest.internal.resource.EditionsResource;
import fr.sejour.rest.internal.resource.EvidenceResource;
import fr.sejour.rest.internal.resource.FilingsResource;
import fr.sejour.rest.internal.resource.FormsResource;
import fr.sejour.rest.internal.resource.HelpedResource;
import fr.sejour.rest.internal.resource.HelpersResource;
import fr.sejour.rest.internal.resource.JournalRootsResource;
import fr.sejour.rest.internal.resource.LookAlikesResource;
import fr.sejour.rest.internal.resource.LookUpsResource;
import fr.sejour.rest.internal.resource.MandatesResource;
import fr.sejour.rest.internal.resource.PaperAuthorityResource;
import fr.sejour.rest.internal.resource.PaperCopiesResource;
import fr.sejour.rest.internal.resource.PeopleResource;
import fr.sejour.rest.internal.resource.PiecesResource;
import fr.sejour.rest.internal.resource.PlaceResource;
import fr.sejour.rest.internal.resource.PrefecturesResource;
import fr.sejour.rest.internal.resource.RecoveriesResource;
import fr.sejour.rest.internal.resource.ReportsResource;
import fr.sejour.rest.internal.resource.ResidenceResource;
import fr.sejour.rest.internal.resource.SealKeysResource;
import fr.sejour.rest.internal.resource.SessionsResource;
import fr.sejour.rest.internal.resource.ShareChecksResource;
import fr.sejour.rest.internal.resource.SharesResource;
import fr.sejour.rest.internal.resource.SignatureKeysResource;
import fr.sejour.rest.internal.resource.StatusListsResource;
import fr.sejour.rest.internal.resource.TasksResource;
import fr.sejour.rest.internal.resource.TeamsResource;
import fr.sejour.rest.internal.resource.TransfersResource;
import fr.sejour.rest.internal.resource.UploadsResource;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The API on Jersey and Jetty, as they run in the distribution, over hand-written services. */
final class RunningApi {

    final HandWrittenServices services = new HandWrittenServices();
    final Meters meters = new Meters();

    /** Whether every operation runs, as the framework would tell. */
    final AtomicBoolean whole = new AtomicBoolean(true);

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** @param beside what stands beside the API, by its path */
    RunningApi(Map<String, Servlet> beside) {
        this(beside, RunningApi::withResources);
    }

    private RunningApi(Map<String, Servlet> beside, BiFunction<RunningApi, Texts, ResourceConfig> resources) {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(
                new ServletHolder(new ServletContainer(resources.apply(this, new FileTexts()))), "/api/v1/*");
        context.addFilter(
                new FilterHolder(new Arrivals(new FileTexts(), whole::get)), "/*", EnumSet.of(DispatcherType.REQUEST));
        beside.forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What is left of it while everything that its operations stand on is away. */
    static RunningApi withoutItsDesks() {
        return new RunningApi(Map.of(), RunningApi::edge);
    }

    /** Every resource of the API. */
    static Set<Class<?>> resourceClasses() {
        return Set.of(
                AccountsResource.class,
                AttemptsResource.class,
                AttestationsResource.class,
                PaperCopiesResource.class,
                CasesResource.class,
                CatalogueResource.class,
                EvidenceResource.class,
                PiecesResource.class,
                UploadsResource.class,
                ChecksResource.class,
                ShareChecksResource.class,
                CheckProofsResource.class,
                StatusListsResource.class,
                EditionsResource.class,
                CoverageGapsResource.class,
                CounterCodesResource.class,
                SharesResource.class,
                FilingsResource.class,
                FormsResource.class,
                LookUpsResource.class,
                PeopleResource.class,
                PrefecturesResource.class,
                CommunesResource.class,
                CorrectionsResource.class,
                RecoveriesResource.class,
                LookAlikesResource.class,
                MandatesResource.class,
                HelpersResource.class,
                HelpedResource.class,
                ArchivesResource.class,
                JournalRootsResource.class,
                ReportsResource.class,
                ResidenceResource.class,
                SessionsResource.class,
                SignatureKeysResource.class,
                SealKeysResource.class,
                PaperAuthorityResource.class,
                TransfersResource.class,
                TasksResource.class,
                TeamsResource.class,
                ChiefsResource.class,
                AgentsResource.class,
                PlaceResource.class,
                BulkActsResource.class);
    }

    private ResourceConfig withResources(Texts texts) {
        return edge(texts)
                .register(new AccountsResource(services))
                .register(new AttemptsResource(services.failures, services))
                .register(new AttestationsResource(services.attestations))
                .register(new PaperCopiesResource(services.copies))
                .register(new CasesResource(services, services.journals))
                .register(new EvidenceResource(services.pieces))
                .register(new PiecesResource(services.pieces))
                .register(new UploadsResource(services.pieces))
                .register(new CatalogueResource(services, Clock.fixed(Situations.NOW, ZoneOffset.UTC)))
                .register(new ChecksResource(services.checks))
                .register(new FilingsResource(services.desk, services.entries))
                .register(new FormsResource(
                        services.entries, services.forms, Clock.fixed(Situations.NOW, ZoneOffset.UTC)))
                .register(new LookUpsResource(services.entries))
                .register(new PeopleResource(services, services, services, services.corrections, services.recoveries))
                .register(new CorrectionsResource(services.corrections))
                .register(new RecoveriesResource(services))
                .register(new LookAlikesResource(services.lookAlikes))
                .register(new MandatesResource(services.mandates))
                .register(new EditionsResource(services.editions))
                .register(new CoverageGapsResource(services.gaps))
                .register(new SharesResource(services.checks))
                .register(new CounterCodesResource(services.counterCodes))
                .register(new ShareChecksResource(services.checks))
                .register(new CheckProofsResource(services.checks))
                .register(new StatusListsResource(services.checks))
                .register(new HelpedResource(services.mandates))
                .register(new HelpersResource(services.mandates))
                .register(new PrefecturesResource(services))
                .register(new ArchivesResource(new CaseArchives(
                        services,
                        services.pieces,
                        services.journals,
                        services.attestations,
                        services,
                        services.signatures,
                        Clock.systemUTC())))
                .register(new JournalRootsResource(services.journals))
                .register(new ReportsResource(services.reports))
                .register(new CommunesResource(services.communes, services))
                .register(new ResidenceResource(services.residences))
                .register(new TransfersResource(services.transfers))
                .register(new TasksResource(services))
                .register(new TeamsResource(services.teams))
                .register(new ChiefsResource(services.teams))
                .register(new AgentsResource(services.teams))
                .register(new PlaceResource(services.teams))
                .register(new BulkActsResource(services.teams))
                .register(new SessionsResource(services))
                .register(new SignatureKeysResource(services.signatures))
                .register(new SealKeysResource(services.papers))
                .register(new PaperAuthorityResource(services.papers))
                .register(new OperationGates(services, texts));
    }

    private ResourceConfig edge(Texts texts) {
        return new ResourceConfig()
                .register(new JerseySettings())
                .register(new JsonBodies())
                .register(new RequestEdge(texts, meters, services.failures));
    }

    int port() {
        return connector.getLocalPort();
    }

    ContractClient client() {
        return new ContractClient(URI.create("http://127.0.0.1:" + port()));
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
