/** What an operator reads. */
package fr.sejour.rest.internal.operate;
