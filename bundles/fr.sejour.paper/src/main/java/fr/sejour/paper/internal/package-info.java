/**
 * Sets what is printed on sheets of paper: the form to fill in, and the papers that the law gives.
 *
 * <p>A paper carries what it says in a file for machines too, named after its number and attached as {@code Data} (ISO 19005-3). The
 * file is JSON of the schema {@code sejour-paper-1}; a member is added to it without another name, and changed or taken away only
 * under {@code sejour-paper-2}. What the paper does not know or the law leaves open has no member. Days are ISO 8601.
 *
 * <ul>
 *   <li>{@code schema}, {@code kind} (as in the API), {@code number}, {@code caseNumber}, {@code prefecture}, {@code issuedAt} (UTC)
 *   <li>{@code holder}: {@code familyName} and {@code givenNames} in the letters of the register, {@code birthDate},
 *       {@code nationality} (ISO 3166-1, {@code XX} stateless), {@code foreignerNumber}
 *   <li>{@code permit} (its code in the catalogue), {@code filedOn}
 *   <li>{@code validity}: {@code firstDay}, {@code lastDay} (inclusive), {@code zone}
 *   <li>{@code rights}: {@code code} (the line of {@link fr.sejour.api.right.RightsCode}), {@code stay}, {@code work},
 *       {@code hoursPerYear}, {@code limit}, {@code travel}, {@code social}
 *   <li>{@code basis} (articles), {@code because} (stable codes), {@code edition} of the law, {@code seal} (the line of the square)
 * </ul>
 */
@NullMarked
package fr.sejour.paper.internal;

import org.jspecify.annotations.NullMarked;
