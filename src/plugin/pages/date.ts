import { DateTime, FixedOffsetZone } from "luxon";
import { type DateParts, dateParts } from "../dialect/date-parts.ts";

/**
 * Reads a date in the site's time zone; one that names its own offset keeps it, for addresses and lists, too.
 * Source: `set_date_tzinfo` in Pelican's utils.py
 *
 * @param zone an IANA zone, such as Europe/Paris
 * @returns undefined where it is no date
 */
export function parseDate(value: string, zone: string): DateTime | undefined {
  const parts = partsOf(value);
  if (!parts) return undefined;
  const { isEitherWay, isWhole, offset, ...numbers } = parts;
  const own = offset === undefined ? zone : FixedOffsetZone.instance(offset);
  const date = DateTime.fromObject(numbers, { zone: own });
  return date.isValid ? date : undefined;
}

/** What may have been meant otherwise than it was read: the order of 08/09/2019, the day of March 2020. */
export function doubtOf(value: string): "order" | "day" | undefined {
  const parts = partsOf(value);
  if (parts?.isEitherWay) return "order";
  return parts?.isWhole === false ? "day" : undefined;
}

function partsOf(value: string): DateParts | undefined {
  // Most pages of a tree have none.
  return value === "" ? undefined : dateParts(value.replace(/[\s_]+/g, " ").trim(), DateTime.now().year);
}
