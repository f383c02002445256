package fr.sejour.inspection.internal;

import fr.sejour.api.operation.HealthCheck;
import fr.sejour.core.port.MalwareScanner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says how the malware scanner is. The platform serves without it: files wait for it, or none is set up. */
@Component
public final class ScannerCheck implements HealthCheck {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MalwareScanner scanner;

    @Override
    public String name() {
        return "malware-scanner";
    }

    @Override
    public Finding look() {
        MalwareScanner with = scanner;
        if (with == null) {
            return new Finding(
                    true,
                    "No malware scanner is set up: agents are shown files that nobody scanned; see etc/"
                            + ClamdScanner.PID + ".cfg.");
        }
        byte[] harmless = "nothing".getBytes(StandardCharsets.US_ASCII);
        return with.scan(new ByteArrayInputStream(harmless)) == MalwareScanner.Verdict.UNREACHABLE
                ? new Finding(
                        true, "The malware scanner does not answer: new files wait for it, and no agent sees them.")
                : new Finding(true, "The malware scanner answers.");
    }
}
