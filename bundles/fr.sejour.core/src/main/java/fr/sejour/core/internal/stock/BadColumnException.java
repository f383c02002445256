package fr.sejour.core.internal.stock;

/** Why a row cannot be taken over: the column, what is wrong with it and what to do, without a word of what it says. */
final class BadColumnException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String wrong;
    private final String toDo;

    BadColumnException(String column, String wrong, String toDo) {
        super(column + ": " + wrong, null, false, false);
        this.column = column;
        this.wrong = wrong;
        this.toDo = toDo;
    }

    String column() {
        return column;
    }

    String wrong() {
        return wrong;
    }

    String toDo() {
        return toDo;
    }
}
