package fr.sejour.rest.internal.answer;

import java.util.List;
import java.util.Map;

/** A JWK set (RFC 7517). */
public record KeysAnswer(List<Map<String, String>> keys) {}
