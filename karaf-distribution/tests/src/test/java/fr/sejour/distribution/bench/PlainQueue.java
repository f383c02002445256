package fr.sejour.distribution.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The plainest server of a page: each request asks one query that somebody wrote by hand, and gets its rows as JSON. */
final class PlainQueue implements AutoCloseable {

    private final HttpServer server;
    private final AtomicReference<PreparedStatement> query = new AtomicReference<>();
    private final ObjectMapper json = new ObjectMapper();

    PlainQueue() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void answerWith(PreparedStatement byHand) {
        query.set(byHand);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] page = json.writeValueAsBytes(Map.of("cases", rows()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(page);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private List<Map<String, Object>> rows() throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ResultSet found = query.get().executeQuery()) {
            ResultSetMetaData columns = found.getMetaData();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("caseNumber", found.getString(1));
                for (int at = 2; at <= columns.getColumnCount(); at++) {
                    row.put(columns.getColumnName(at), found.getString(at));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
