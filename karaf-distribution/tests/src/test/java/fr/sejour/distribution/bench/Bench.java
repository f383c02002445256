package fr.sejour.distribution.bench;

/** Runs the benchmark whose name is given: {@code mvn -Pbench verify -Dbench=filing}. It prints; it fails nothing. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 1 ? arguments[0] : "") {
            case "filing" -> FilingBench.run();
            case "bulk" -> BulkBench.run();
            case "start" -> StartBench.run();
            default -> {
                System.err.println("Say which benchmark: -Dbench=bulk, -Dbench=filing or -Dbench=start");
                System.exit(2);
            }
        }
    }
}
