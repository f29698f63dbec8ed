/** The source of a pattern for a JSON string; one that is not closed reaches to the end of its line. Takes linear time. */
export const STRING_LITERAL = /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"?/.source;
