package fr.sejour.api.catalogue;

/** Where the law wants a permit to be asked for: the service of R. 431-2, or the préfecture of R. 431-3. */
public enum FilingRoute {
    ONLINE,
    PREFECTURE
}
