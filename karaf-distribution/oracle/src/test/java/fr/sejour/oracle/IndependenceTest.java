package fr.sejour.oracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whoever judges the platform borrows nothing from it. */
@AnalyzeClasses(packages = "fr.sejour.oracle", importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTest {

    @ArchTest
    static final ArchRule the_oracle_knows_nothing_of_the_platform = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("fr.sejour.oracle", "java..", "org.jspecify.annotations..", "org.yaml.snakeyaml..");
}
