/** The operations of the JSON API, one class per first part of the address. */
@NullMarked
package fr.sejour.rest.internal.resource;

import org.jspecify.annotations.NullMarked;
