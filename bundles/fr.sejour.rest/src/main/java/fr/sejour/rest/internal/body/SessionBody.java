package fr.sejour.rest.internal.body;

import org.jspecify.annotations.Nullable;

/** What somebody says to sign in. */
public record SessionBody(
        @Nullable String login,
        @Nullable String password,
        @Nullable String totp) {

    /** Never the password. */
    @Override
    public String toString() {
        return "SessionBody[hidden]";
    }
}
