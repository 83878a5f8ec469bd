package agency.frontline.endcheck;

/** What follows from the end of a plan. */
public enum WhatNext {
    NEW_PLAN,
    /** Somebody keeps what was learned for the next similar case (C-17). */
    LESSON,
    NOTHING
}
