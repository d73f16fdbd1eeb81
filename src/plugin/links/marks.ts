/** What stands for a place in the source, somewhere in a text: `{filename}`, `|static|`. */
export const ANY_MARK = /(?:[{|]|%7[BC])(?:filename|static|attach|author|category|tag|index)(?:[}|]|%7[CD])/i;
