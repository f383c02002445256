/**
 * How a bundle puts pages on the site. It publishes a {@link fr.sejour.web.page.Section} as a service; the page host asks it
 * for its pages, its place in the menu and its files, and serves them as long as the service stands. The host owns what pages
 * share: languages, sessions, the token of every form, security headers, the theme and the pages for what goes wrong.
 */
@Export
@Version("1.0.0")
@NullMarked
package fr.sejour.web.page;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
