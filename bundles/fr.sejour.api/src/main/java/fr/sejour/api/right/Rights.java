package fr.sejour.api.right;

/** The rights that a paper or a permit carries, each present, absent or undetermined, each with its basis. */
public record Rights(
        Right<StayRight> stay, Right<WorkRight> work, Right<TravelRight> travel, Right<SocialRight> social) {}
