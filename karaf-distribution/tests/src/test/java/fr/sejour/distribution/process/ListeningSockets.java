package fr.sejour.distribution.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses at which a process of this Linux machine accepts connections. */
final class ListeningSockets {
    private static final String LISTENING = "0A";
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    private ListeningSockets() {}

    static List<InetAddress> of(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        Set<String> sockets;
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            sockets = open.map(ListeningSockets::target)
                    .map(SOCKET::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(process.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns[3].equals(LISTENING) && sockets.contains(columns[9])) {
                    addresses.add(address(columns[1].substring(0, columns[1].indexOf(':'))));
                }
            }
        }
        return addresses;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    /** The kernel prints each group of four bytes backwards. */
    private static InetAddress address(String printed) throws UnknownHostException {
        byte[] swapped = HexFormat.of().parseHex(printed);
        byte[] bytes = new byte[swapped.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = swapped[i / 4 * 4 + 3 - i % 4];
        }
        return InetAddress.getByAddress(bytes);
    }
}
