package fr.sejour.rest.internal.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.sejour.rest.internal.problem.BadInput;
import fr.sejour.rest.internal.problem.Rule;
import fr.sejour.rest.internal.wire.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsMediaType;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

/** Reads and writes our bodies as JSON. What cannot be read is told by its place and the rule, never by what was sent. */
@Component(service = {MessageBodyReader.class, MessageBodyWriter.class})
@JakartarsExtension
@JakartarsName(JsonBodies.NAME)
@JakartarsMediaType(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.WILDCARD)
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    public static final String NAME = "fr.sejour.rest.json";

    private static final String OURS = "fr.sejour.rest.internal.";
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

    private final ObjectMapper mapper = StrictJson.mapper();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ours(type) && json(media);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return ours(type) && json(media);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        Object read;
        try {
            read = mapper.readValue(body, type);
        } catch (JacksonException refused) {
            throw told(refused);
        } catch (IOException notText) {
            // the connection's own faults never come as an IOException here: these bytes are no text in any encoding
            throw new BadInput("", Rule.JSON);
        }
        if (read == null) {
            throw new BadInput("", Rule.JSON);
        }
        return read;
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(mapper.writeValueAsBytes(answer));
    }

    private static boolean ours(Class<?> type) {
        return type.getName().startsWith(OURS);
    }

    private static boolean json(MediaType media) {
        return media.getType().equalsIgnoreCase("application")
                && (media.getSubtype().equalsIgnoreCase("json")
                        || media.getSubtype().toLowerCase(Locale.ROOT).endsWith("+json"));
    }

    private static BadInput told(JacksonException refused) {
        for (Throwable it = refused; it != null; it = it.getCause()) {
            if (it instanceof StreamConstraintsException) {
                return new BadInput("", Rule.BOUNDS);
            }
            if (it instanceof InputCoercionException) {
                return new BadInput(refused instanceof JsonMappingException at ? place(at) : "", Rule.TYPE);
            }
        }
        if (refused instanceof UnrecognizedPropertyException unknown) {
            return new BadInput(place(unknown), Rule.UNKNOWN_FIELD);
        }
        if (refused instanceof InvalidTypeIdException unknown) {
            return new BadInput(place(unknown, "act"), unknown.getTypeId() == null ? Rule.REQUIRED : Rule.CODE);
        }
        if (refused instanceof MismatchedInputException mismatched) {
            return mismatched.getPath().isEmpty()
                    ? new BadInput("", Rule.JSON)
                    : new BadInput(place(mismatched), Rule.TYPE);
        }
        return new BadInput("", Rule.JSON);
    }

    private static String place(JsonMappingException refused, String last) {
        String place = place(refused);
        return place.isEmpty() || place.equals(last) ? last : place + "." + last;
    }

    /** Where it is, by the contract's names; a name that cannot be one of these is left out, for it may be anything. */
    private static String place(JsonMappingException refused) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : refused.getPath()) {
            String name = step.getFieldName();
            if (name != null && FIELD.matcher(name).matches()) {
                place.append(place.length() == 0 ? "" : ".").append(name);
            }
        }
        return place.toString();
    }
}
