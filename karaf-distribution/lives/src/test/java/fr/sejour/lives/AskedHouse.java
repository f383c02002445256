package fr.sejour.lives;

/** A house that answers, wherever it runs. */
interface AskedHouse {

    Answer ask(String line);
}
