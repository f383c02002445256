package fr.sejour.distribution.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who may depend on whom. */
@AnalyzeClasses(packages = "fr.sejour", importOptions = HouseTest.OnlyBundles.class)
class HouseTest {
    private static final String[] PURE = {"fr.sejour.api..", "fr.sejour.spi..", "fr.sejour.law..", "fr.sejour.core.."};
    private static final String[] FACES = {
        "fr.sejour.rest..",
        "fr.sejour.web..",
        "fr.sejour.portal..",
        "fr.sejour.console..",
        "fr.sejour.check..",
        "fr.sejour.shell.."
    };
    private static final String CARRIED_CSV = "org.apache.commons.csv..";
    private static final String CARRIED_YAML = "org.yaml.snakeyaml..";
    private static final String[] EXTENSIONS = {"fr.sejour.rules..", "fr.sejour.channel..", "fr.sejour.demonstration.."
    };

    @ArchTest
    static final ArchRule api_depends_on_nothing = onlyOn("fr.sejour.api", "fr.sejour.api..");

    @ArchTest
    static final ArchRule spi_depends_on_api = onlyOn("fr.sejour.spi", "fr.sejour.spi..", "fr.sejour.api..");

    @ArchTest
    static final ArchRule law_depends_on_api =
            onlyOn("fr.sejour.law", "fr.sejour.law..", "fr.sejour.api..", CARRIED_YAML);

    @ArchTest
    static final ArchRule core_depends_on_api_spi_and_law = onlyOn(
            "fr.sejour.core",
            "fr.sejour.core..",
            "fr.sejour.api..",
            "fr.sejour.spi..",
            "fr.sejour.law..",
            "org.slf4j..",
            "org.osgi.framework..", // an extension's fault carries its bundle and version
            CARRIED_CSV);

    @ArchTest
    static final ArchRule the_pure_bundles_know_no_web_persistence_or_container = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "javax.persistence..", "javax.servlet..", "org.apache.karaf..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_store_sees_api_and_the_ports_of_core = noClasses()
            .that()
            .resideInAPackage("fr.sejour.store..")
            .should()
            .dependOnClassesThat(resideInAPackage("fr.sejour..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("fr.sejour.store..", "fr.sejour.api..", "fr.sejour.core.port.."))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule faces_never_see_core_law_or_the_store = noClasses()
            .that()
            .resideInAnyPackage(FACES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.sejour.core..", "fr.sejour.law..", "fr.sejour.store..", "fr.sejour.persistence..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_depends_on_an_extension = classes()
            .that()
            .resideInAnyPackage(EXTENSIONS)
            .should(beSeenByTheirOwnBundleOnly())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rules_import_spi_and_api_only =
            onlyOn("fr.sejour.rules", "fr.sejour.rules..", "fr.sejour.spi..", "fr.sejour.api..");

    @ArchTest
    static final ArchRule internal_packages_are_internal = classes()
            .that()
            .resideInAPackage("fr.sejour..internal..")
            .should(beSeenByTheirOwnBundleOnly())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule web_and_persistence_stay_at_the_edge = noClasses()
            .that()
            .resideInAPackage("fr.sejour..")
            .and()
            .resideOutsideOfPackages(
                    "fr.sejour.persistence..",
                    "fr.sejour.store..",
                    "fr.sejour.security..",
                    "fr.sejour.rest..",
                    "fr.sejour.web..",
                    "fr.sejour.portal..",
                    "fr.sejour.console..",
                    "fr.sejour.check..",
                    "fr.sejour.demonstration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.ws.rs..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_packages_of_core_stand_in_no_circle =
            slices().matching("fr.sejour.core.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_comes_from_a_clock = classes().should(not(callNowWithoutAClock()));

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .should()
            .haveNameMatching(
                    ".*\\.([A-Za-z]*(Manager|Helper|Util|Utils|Common|Misc|Impl|Info)|(Base|Abstract)[A-Z][A-Za-z]*|I[A-Z][a-z][A-Za-z]*)");

    @ArchTest
    static final ArchRule components_have_no_activators_or_service_trackers = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.osgi.util.tracker.ServiceTracker")
            .orShould()
            .implement("org.osgi.framework.BundleActivator");

    private static ArchRule onlyOn(String bundle, String... packages) {
        String[] always = {
            "java..",
            "javax.crypto..",
            "javax.security.auth.x500..", // who signed an edition of the law
            "javax.xml..",
            "org.w3c.dom..",
            "org.xml.sax..",
            "org.jspecify.annotations..",
            "org.osgi.annotation..",
            "org.osgi.service.component..",
            "org.osgi.service.metatype.."
        };
        return classes()
                .that()
                .resideInAPackage(bundle + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(packages, always).flatMap(Arrays::stream).toArray(String[]::new))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> beSeenByTheirOwnBundleOnly() {
        return new ArchCondition<>("be seen by their own bundle only") {
            @Override
            public void check(JavaClass seen, ConditionEvents events) {
                seen.getDirectDependenciesToSelf().stream()
                        .filter(dependency ->
                                !bundleOf(dependency.getOriginClass()).equals(bundleOf(seen)))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(seen, dependency.getDescription())));
            }
        };
    }

    private static String bundleOf(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .map(uri -> uri.replaceFirst("(!/|/target/classes/).*", ""))
                .orElse("");
    }

    private static ArchCondition<JavaClass> callNowWithoutAClock() {
        Set<String> clocks = Set.of(
                "java.time.Instant",
                "java.time.LocalDate",
                "java.time.LocalDateTime",
                "java.time.LocalTime",
                "java.time.OffsetDateTime",
                "java.time.Year",
                "java.time.YearMonth",
                "java.time.ZonedDateTime");
        return callMethodWhere(describe("now() is called without a clock", (JavaMethodCall call) -> {
            List<JavaClass> given = call.getTarget().getRawParameterTypes();
            boolean withClock = given.stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return call.getTarget().getName().equals("now")
                    && clocks.contains(call.getTargetOwner().getName())
                    && !withClock;
        }));
    }

    /** The classes of our bundles: not these tests, not what is embedded, not contract tests. */
    static final class OnlyBundles implements ImportOption {
        private static final Pattern BUNDLE = Pattern.compile(".*/bundles/fr\\.sejour\\.[^/]+/target/"
                + "(classes/.*|fr\\.sejour\\.[a-z.]+-[^/]*(?<!-tests)\\.jar!/.*)");

        @Override
        public boolean includes(Location location) {
            return BUNDLE.matcher(location.asURI().toString()).matches();
        }
    }
}
