package fr.sejour.distribution.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;

/** The plainest server that takes uploads part by part: it appends each to a file and puts it on disk. It prints its port. */
final class PlainUploads {

    private PlainUploads() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(64));
        server.createContext("/", exchange -> take(exchange, folder));
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static void take(HttpExchange exchange, Path folder) throws IOException {
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            exchange.getRequestBody().transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
