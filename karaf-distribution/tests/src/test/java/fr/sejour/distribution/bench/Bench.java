package fr.sejour.distribution.bench;

/** Runs the benchmark whose name is given: {@code mvn -Pbench verify -Dbench=filing}. It prints its figures. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 1 ? arguments[0] : "") {
            case "attestations" -> AttestationsBench.run();
            case "filing" -> FilingBench.run();
            case "bulk" -> BulkBench.run();
            case "check" -> CheckBench.run();
            case "paper" -> PaperBench.run();
            case "queue" -> QueueBench.run();
            case "start" -> StartBench.run();
            case "uploads" -> UploadsBench.run();
            default -> {
                System.err.println(
                        "Say which benchmark: -Dbench=attestations, -Dbench=bulk, -Dbench=check, -Dbench=filing, -Dbench=paper, -Dbench=queue, -Dbench=start or -Dbench=uploads");
                System.exit(2);
            }
        }
    }
}
