package fr.sejour.web.internal;

import fr.sejour.api.access.SignIn;
import fr.sejour.api.attempt.Attempts;
import fr.sejour.api.text.Texts;
import fr.sejour.web.page.Section;
import fr.sejour.web.page.Upload;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the pages of every section that stands, and what they share. */
@Component(service = Servlet.class, configurationPid = PageHost.PID)
@Designate(ocd = PageHost.Config.class)
@HttpWhiteboardServletName("fr.sejour.web")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(
        maxFileSize = Upload.LARGEST,
        maxRequestSize = PageHost.LARGEST_REQUEST,
        fileSizeThreshold = Upload.LARGEST)
public final class PageHost extends HttpServlet {

    /** The name of the settings. */
    static final String PID = "fr.sejour.web";

    /** A piece and the fields beside it. */
    static final long LARGEST_REQUEST = Upload.LARGEST + 64L * 1024;

    private static final long serialVersionUID = 1L;

    private final transient House house;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile List<Section> sections = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Attempts attempts;

    private transient volatile Standing standing = new Standing(List.of(), new Site(List.of()));

    /** The settings of {@code etc/fr.sejour.web.cfg}. */
    @ObjectClassDefinition(id = PageHost.PID, name = "Séjour: pages")
    @interface Config {

        @AttributeDefinition(
                description =
                        "Cookies go over https only. Set it when a proxy ends TLS in front of this server; a request that"
                                + " comes over https sets them so in any case.")
        boolean secureCookies() default false;
    }

    @Activate
    public PageHost(@Reference SignIn signIn, @Reference Texts texts, @Reference Clock clock, Config config) {
        this(signIn, texts, clock, config.secureCookies());
    }

    /** With fixed sections: outside a framework. */
    public PageHost(SignIn signIn, Texts texts, Clock clock, boolean secureCookies, List<Section> sections) {
        this(signIn, texts, clock, secureCookies);
        this.sections = sections;
    }

    /** With fixed sections, and receipts for what fails: outside a framework. */
    public PageHost(
            SignIn signIn, Texts texts, Clock clock, boolean secureCookies, List<Section> sections, Attempts attempts) {
        this(signIn, texts, clock, secureCookies, sections);
        this.attempts = attempts;
    }

    PageHost(SignIn signIn, Texts texts, Clock clock, boolean secureCookies) {
        this.house = new House(signIn, texts, clock, new Languages(texts), secureCookies);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.of(Set.of()).forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        new Answering(house, site(), Optional.ofNullable(attempts), request, response).answer();
    }

    private Site site() {
        List<Section> now = sections;
        Standing known = standing;
        if (known.sections() != now) {
            known = new Standing(now, new Site(now));
            standing = known;
        }
        return known.site();
    }

    private record Standing(List<Section> sections, Site site) {}

    /** What every answer needs. */
    record House(SignIn signIn, Texts texts, Clock clock, Languages languages, boolean secureCookies) {}
}
