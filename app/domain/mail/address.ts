/**
 * What may stand in a mail's head. A name or a subject is somebody's typing: a line end in it would begin another
 * header, a comma or an angle bracket in an address would name another recipient.
 */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;
const LONGEST_ADDRESS = 254;

/** One address, without a name, that needs no quoting. */
export const isAddress = (text: string) => text.length <= LONGEST_ADDRESS && ADDRESS.test(text);

/** Without line ends, control and direction characters, and without what would end a name in an address. */
export const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .replace(/[<>"\\]/g, "")
    .replace(/ +/g, " ")
    .trim();
