/** The API as it answers over HTTP, on hand-written services. */
package fr.sejour.rest.internal;
