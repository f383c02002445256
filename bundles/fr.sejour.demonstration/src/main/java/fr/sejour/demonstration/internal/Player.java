package fr.sejour.demonstration.internal;

import fr.sejour.api.access.AccountId;
import fr.sejour.api.access.Caller;
import fr.sejour.api.access.Login;
import fr.sejour.api.access.SignIn;
import fr.sejour.api.cases.CaseReview;
import fr.sejour.api.cases.PieceDesk;
import fr.sejour.api.filing.FilingDesk;
import fr.sejour.api.mandate.MandataryCode;
import fr.sejour.api.mandate.Mandates;
import fr.sejour.api.mandate.NewMandate;
import fr.sejour.api.mandate.Permission;
import fr.sejour.api.operation.DeadlinePass;
import fr.sejour.api.operation.HealthCheck;
import fr.sejour.api.operation.RegisterImport;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.LetterCode;
import fr.sejour.api.person.People;
import fr.sejour.api.prefecture.Prefecture;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.HttpServiceRuntimeConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the stories day by day through the platform's own services, with the deadline pass once a day, up to the day the clock
 * shows. Immediate, because the demonstration begins by itself. Until then the platform is not ready: whoever came earlier would
 * meet a clock that jumps.
 */
@Component(
        service = {Player.class, HealthCheck.class},
        immediate = true,
        configurationPid = Player.PID)
@Designate(ocd = Player.Config.class)
public final class Player implements HealthCheck {

    /** The PID of the demonstration. */
    public static final String PID = "fr.sejour.demonstration";

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int DAYS_BEFORE_TODAY = 140;
    private static final String HEADER = "foreigner_number,family_name,given_names,birth_date,nationality,permit,"
            + "document_kind,permit_number,valid_from,valid_until,protection,letter_code\r\n";

    /** When the demonstration begins. */
    @ObjectClassDefinition(name = "Séjour: demonstration")
    public @interface Config {

        @AttributeDefinition(
                name = "First day",
                description = "ISO date; empty for 140 days before today. The stories are then played up to today.")
        String firstDay() default "";

        @AttributeDefinition(
                name = "Last day played at start",
                description = "ISO date; empty for today. The clock then runs on from nine in the morning of that day.")
        String playUntil() default "";
    }

    private final SignIn signIn;
    private final People people;
    private final FilingDesk desk;
    private final CaseReview review;
    private final PieceDesk pieces;
    private final RegisterImport register;
    private final DeadlinePass pass;
    private final Mandates mandates;
    private final DemonstrationClock clock;
    private final ServiceReference<HttpServiceRuntime> http;
    private final Cast cast;
    private final Path memory;
    private final ExecutorService playing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sejour-demonstration");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Caller> persons = new HashMap<>();
    private volatile Finding finding =
            new Finding(false, "The stories of the demonstration are being played; it takes some ten seconds.");

    @Activate
    @SuppressWarnings("FutureReturnValueIgnored") // the play reports its own faults; the page tells how far it came
    public Player(
            BundleContext context,
            Config config,
            @Reference SignIn signIn,
            @Reference People people,
            @Reference FilingDesk desk,
            @Reference CaseReview review,
            @Reference PieceDesk pieces,
            @Reference RegisterImport register,
            @Reference DeadlinePass pass,
            @Reference Mandates mandates,
            @Reference DemonstrationClock clock,
            @Reference ServiceReference<HttpServiceRuntime> http) {
        this.signIn = signIn;
        this.people = people;
        this.desk = desk;
        this.review = review;
        this.pieces = pieces;
        this.register = register;
        this.pass = pass;
        this.mandates = mandates;
        this.clock = clock;
        this.http = http;
        this.cast = new Cast(signIn, Notebook.page(context, "second-factors"));
        this.memory = Notebook.page(context, "played");
        playing.submit(() -> begin(config));
    }

    @Deactivate
    void close() {
        playing.shutdownNow();
    }

    /** Whether the stories have been played up to the day the clock shows. */
    boolean ready() {
        return finding.healthy();
    }

    @Override
    public String name() {
        return "demonstration";
    }

    @Override
    public Finding look() {
        return finding;
    }

    Cast cast() {
        return cast;
    }

    Instant now() {
        return clock.instant();
    }

    /** Moves the clock forward to nine in the morning of that day, playing every day on the way. */
    synchronized LocalDate playUntil(LocalDate last) {
        LocalDate day = played().orElse(last.minusDays(1));
        while (day.isBefore(last)) {
            day = day.plusDays(1);
            clock.moveTo(day.atTime(OPENING).atZone(Prefecture.NATIONAL).toInstant());
            play(day);
            pass.run();
            remember("played", day);
        }
        return day;
    }

    private void begin(Config config) {
        try {
            LocalDate today = Prefecture.nationalDay(clock.machineTime());
            if (played().isEmpty()) {
                LocalDate first = config.firstDay().isBlank()
                        ? today.minusDays(DAYS_BEFORE_TODAY)
                        : LocalDate.parse(config.firstDay());
                remember("first", first);
                clock.moveTo(first.atTime(OPENING).atZone(Prefecture.NATIONAL).toInstant());
                cast.enter();
                Stories.all().forEach(this::introduce);
                LocalDate last = config.playUntil().isBlank() ? today : LocalDate.parse(config.playUntil());
                register.read(new StringReader(HEADER + Stories.guestOn(last)));
                remember("played", first.minusDays(1));
                LOG.info("The demonstration begins on {}", first);
                playUntil(last);
                cast.enterAssociation().ifPresent(code -> confide(code, last));
                if (config.playUntil().isBlank()) {
                    clock.moveTo(clock.machineTime());
                }
            }
            finding = new Finding(true, "The stories of the demonstration are played.");
            LOG.info("The demonstration is ready: {}demonstration", address());
        } catch (RuntimeException fault) {
            finding = new Finding(
                    false,
                    "The demonstration stopped half-way, see the log: end Séjour, delete the folder it runs in, start again.");
            LOG.error("{}", finding.sentence(), fault);
        }
    }

    /** One person of the stories lets the association act for them. */
    private void confide(MandataryCode code, LocalDate today) {
        Caller mandator = Optional.ofNullable(persons.get(Stories.HELPED)).orElseThrow();
        mandates.give(
                mandator,
                mandator.person().orElseThrow(),
                new NewMandate(
                        code,
                        EnumSet.allOf(Permission.class),
                        Optional.empty(),
                        today.plusMonths(6),
                        Optional.empty()));
    }

    /** Where the platform answers, with a slash at its end. */
    private String address() {
        Object endpoints = http.getProperty(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT);
        return endpoints instanceof String[] known && known.length > 0 ? known[0] : "/";
    }

    /** Opens the person's account and links it to the register, as anybody would. */
    private void introduce(Story story) {
        CivilStatus civilStatus =
                new CivilStatus(story.familyName(), story.givenNames(), story.birthDate(), story.nationality());
        Caller caller = signIn.register(
                new Login(story.login()),
                Cast.PASSWORD,
                civilStatus,
                new Contact(Optional.of(story.login() + "@exemple.invalid"), Optional.empty(), story.language()));
        persons.put(story.login(), caller);
        story.registered().ifPresent(known -> {
            register.read(new StringReader(csv(story, known)));
            people.link(
                    caller,
                    caller.person().orElseThrow(),
                    new ForeignerNumber(known.foreignerNumber()),
                    story.birthDate(),
                    new LetterCode(letterCode(known)));
        });
    }

    private String csv(Story story, Story.Registered known) {
        LocalDate first = first();
        List<String> row = new ArrayList<>(List.of(
                known.foreignerNumber(),
                story.familyName(),
                story.givenNames(),
                story.birthDate().toString(),
                story.nationality()));
        row.addAll(known.permit()
                .map(permit -> List.of(
                        permit.code(),
                        permit.kind(),
                        permit.number(),
                        first.plusDays(permit.fromDay()).toString(),
                        first.plusDays(permit.untilDay()).toString()))
                .orElse(List.of("", "", "", "", "")));
        row.add(known.protection().orElse(""));
        row.add(letterCode(known));
        return HEADER + String.join(",", row) + "\r\n";
    }

    private static String letterCode(Story.Registered known) {
        return "EXEMPLE" + known.foreignerNumber().substring(6);
    }

    private void play(LocalDate day) {
        LocalDate first = first();
        for (Story story : Stories.all()) {
            for (Story.Scene scene : story.scenes()) {
                if (first.plusDays(scene.day()).equals(day)) {
                    scene.deed().act(stage(story, first));
                }
            }
        }
    }

    private Stage stage(Story story, LocalDate first) {
        Caller person = persons.computeIfAbsent(
                story.login(),
                login -> signIn.signIn(new Login(login), Cast.PASSWORD, Optional.empty())
                        .caller());
        Caller agent = Caller.agent(new AccountId("demonstration"), Stories.PREFECTURES);
        return new Stage(story.login(), person, agent, first, desk, review, pieces);
    }

    private LocalDate first() {
        return remembered("first").orElseThrow();
    }

    private Optional<LocalDate> played() {
        return remembered("played");
    }

    private Optional<LocalDate> remembered(String name) {
        return Optional.ofNullable(properties().getProperty(name)).map(LocalDate::parse);
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (Files.exists(memory)) {
            try (var reader = Files.newBufferedReader(memory)) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }

    private void remember(String name, LocalDate day) {
        Properties properties = properties();
        properties.setProperty(name, day.toString());
        try (var writer = Files.newBufferedWriter(memory)) {
            properties.store(writer, "How far the stories were played");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
