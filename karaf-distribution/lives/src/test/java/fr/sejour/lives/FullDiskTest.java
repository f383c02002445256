package fr.sejour.lives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room for a piece, on a disk that is really full: nothing half stands, and the upload goes on from where it came to. */
class FullDiskTest {

    private static final String PERSON = "86e49738-871f-4c27-89f0-e383833d9992";
    private static final String HER = "p" + PERSON;
    private static final int LENGTH = 700_000;

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
    }

    @AfterEach
    void takeItAway() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void an_upload_waits_for_room_and_then_goes_on() throws Exception {
        try (HouseHere house = new HouseHere(disk)) {
            Path filler = Files.write(disk.resolve("filler"), new byte[600_000]);
            house.ask("wipe");
            house.ask("someone\t" + PERSON + "\tetudiant\tCST\t90");
            String number = house.ask("file\t" + HER + "\ta-key-of-hers\t" + PERSON + "\tONLINE\tetudiant\t38185")
                    .words()
                    .get(0);
            String upload = house.ask("upload\t" + HER + "\t" + number + "\tnationalite\t" + LENGTH)
                    .words()
                    .get(0);
            Answer before = house.ask("look");
            String send = "part\t" + HER + "\t" + upload + "\t7\t" + LENGTH;

            assertThat(house.ask(send).refused("STORAGE_FULL"))
                    .as("room for a part of it")
                    .isTrue();

            Files.delete(filler);
            List<String> stands =
                    house.ask("part\t" + HER + "\t" + upload + "\t7\t0").words();
            assertThat(Integer.parseInt(stands.get(0))).as("what came stays").isBetween(1, LENGTH - 1);
            assertThat(house.ask(send).refused("STORAGE_FULL"))
                    .as("no room to keep it")
                    .isTrue();
            assertThat(house.ask(send).refused("STORAGE_FULL"))
                    .as("asked again")
                    .isTrue();
            assertThat(house.ask("look")).isEqualTo(before);
            run("mount", "-o", "remount,size=4m", disk.toString());
            assertThat(house.ask(send).words()).containsExactly(String.valueOf(LENGTH), "true");
            assertThat(house.ask("sweep")).isEqualTo(Answer.of(List.of("ok\t1")));
            assertThat(house.ask("journal\t" + number).rows())
                    .filteredOn(row -> row.get(1).equals("piece-given"))
                    .hasSize(1);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }
}
