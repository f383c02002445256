package fr.sejour.signature.pades.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token in software (SoftHSM), with one key in it. Where it keeps it stands in the file that SOFTHSM2_CONF names. */
final class Token {

    private static final Pattern SLOT = Pattern.compile("slot (\\d+)");

    private Token() {}

    /** @return the number of its slot */
    static String make(Path library, String pin, SigningKey key)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path settings = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path folder = Files.createTempDirectory(settings.getParent(), "token");
        Files.writeString(settings, "directories.tokendir = " + folder + "\nlog.level = ERROR\n");
        Process made = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", "test", "--pin", pin, "--so-pin", pin)
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        Matcher slot = SLOT.matcher(said);
        assertThat(slot.find()).as(said).isTrue();

        Provider provider = Security.getProvider("SunPKCS11")
                .configure(
                        "--name = Filling\nlibrary = " + library + "\nslot = " + slot.group(1)
                                + "\nattributes(*, CKO_PRIVATE_KEY, *) = { CKA_SENSITIVE = true\n CKA_EXTRACTABLE = false\n CKA_SIGN = true }\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin.toCharArray());
        store.setKeyEntry("key", key.key(), null, key.chain().toArray(Certificate[]::new));
        store.store(null);
        assertThat(store.getKey("key", null).getEncoded())
                .as("it stays in the token")
                .isNull();
        try {
            ((AuthProvider) provider).logout();
        } catch (javax.security.auth.login.LoginException e) {
            throw new AssertionError(e);
        }
        return slot.group(1);
    }
}
