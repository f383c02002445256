package fr.sejour.store.jpa.internal;

import fr.sejour.api.catalogue.PermitCode;
import fr.sejour.api.person.CivilStatus;
import fr.sejour.api.person.Contact;
import fr.sejour.api.person.FactLevel;
import fr.sejour.api.person.ForeignerNumber;
import fr.sejour.api.person.PersonId;
import fr.sejour.api.person.Representative;
import fr.sejour.core.port.EarlierPaper;
import fr.sejour.core.port.NameWords;
import fr.sejour.core.port.PersonRecord;
import fr.sejour.core.port.Represented;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person, without the permits they hold. */
@Entity
@Table(name = "person")
@SuppressWarnings("NullAway.Init") // filled by EclipseLink, or by the methods below
class PersonRow {

    @Id
    @Column(name = "person_id")
    String id;

    @Embedded
    CivilStatusColumns civilStatus;

    @Column(name = "civil_status_level")
    @Enumerated(EnumType.STRING)
    FactLevel civilStatusLevel;

    @Nullable
    String email;

    @Nullable
    String phone;

    String language;

    @Column(name = "foreigner_number")
    @Nullable
    String foreignerNumber;

    @Nullable
    String protection;

    @Column(name = "earlier_papers")
    @Nullable
    String earlierPapers;

    @Column(name = "representative_family_name")
    @Nullable
    String representativeFamilyName;

    @Column(name = "representative_given_names")
    @Nullable
    String representativeGivenNames;

    @Enumerated(EnumType.STRING)
    @Column(name = "representative_quality")
    Representative.@Nullable Quality representativeQuality;

    @Column(name = "representative_email")
    @Nullable
    String representativeEmail;

    @Column(name = "representative_phone")
    @Nullable
    String representativePhone;

    @Column(name = "representative_language")
    @Nullable
    String representativeLanguage;

    @Column(name = "told_of_age")
    @Nullable
    Boolean toldOfAge;

    static PersonRow of(PersonRecord person) {
        PersonRow row = new PersonRow();
        row.id = person.id().value();
        row.take(person);
        person.earlierPapers().forEach(row::keep);
        return row;
    }

    void take(PersonRecord person) {
        civilStatus = CivilStatusColumns.of(person.civilStatus());
        civilStatusLevel = person.civilStatusLevel();
        email = person.contact().email().orElse(null);
        phone = person.contact().phone().orElse(null);
        language = person.contact().language();
        foreignerNumber = person.foreignerNumber().map(ForeignerNumber::value).orElse(null);
        protection = person.protection().map(PermitCode::value).orElse(null);
        represent(person.represented());
    }

    private void represent(Optional<Represented> represented) {
        Optional<Representative> by = represented.map(Represented::by);
        representativeFamilyName = by.map(Representative::familyName).orElse(null);
        representativeGivenNames = by.map(Representative::givenNames).orElse(null);
        representativeQuality = by.map(Representative::quality).orElse(null);
        representativeEmail = by.flatMap(it -> it.contact().email()).orElse(null);
        representativePhone = by.flatMap(it -> it.contact().phone()).orElse(null);
        representativeLanguage = by.map(it -> it.contact().language()).orElse(null);
        toldOfAge = represented.map(Represented::told).orElse(null);
    }

    private Optional<Represented> represented() {
        return representativeFamilyName == null
                        || representativeGivenNames == null
                        || representativeQuality == null
                        || representativeLanguage == null
                ? Optional.empty()
                : Optional.of(new Represented(
                        new Representative(
                                representativeFamilyName,
                                representativeGivenNames,
                                representativeQuality,
                                new Contact(
                                        Optional.ofNullable(representativeEmail),
                                        Optional.ofNullable(representativePhone),
                                        representativeLanguage)),
                        Boolean.TRUE.equals(toldOfAge)));
    }

    void keep(EarlierPaper paper) {
        List<EarlierPaper> papers = new ArrayList<>(earlierPapers());
        papers.removeIf(paper::isSameAs);
        papers.add(paper);
        earlierPapers =
                TextList.joined(papers.stream().map(EarlierPaperText::of).toList());
    }

    private List<EarlierPaper> earlierPapers() {
        return earlierPapers == null
                ? List.of()
                : TextList.split(earlierPapers).stream()
                        .map(EarlierPaperText::read)
                        .toList();
    }

    /** The words that they are found by. */
    Set<String> words() {
        CivilStatus name = civilStatus.value();
        return NameWords.of(name.familyName(), name.givenNames());
    }

    Contact contact() {
        return new Contact(Optional.ofNullable(email), Optional.ofNullable(phone), language);
    }

    PersonRecord value(List<HeldPermitRow> permits) {
        return new PersonRecord(
                new PersonId(id),
                civilStatus.value(),
                civilStatusLevel,
                contact(),
                Optional.ofNullable(foreignerNumber).map(ForeignerNumber::new),
                Optional.ofNullable(protection).map(PermitCode::new),
                permits.stream().map(HeldPermitRow::value).toList(),
                earlierPapers(),
                represented());
    }
}
