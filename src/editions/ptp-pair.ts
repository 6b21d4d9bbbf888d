/** The words of the NCCI procedure-to-procedure (PTP) table: a row as it is read, and a window of a pair as it is kept. */
import type { IsoDate } from '../claim/iso-date.ts';

/** 0: no modifier gets past the edit; 1: a modifier may, for truly distinct services; 9: the edit was withdrawn from its own start. */
export type ModifierIndicator = '0' | '1' | '9';

/** One row of the published table. Dates are as published: the deletion date is the last day on which the edit is in force. */
export interface PtpRowIn {
  column_one: string;
  column_two: string;
  from: IsoDate;
  to?: IsoDate;
  indicator: ModifierIndicator;
  rationale: string;
}

/** One stretch of time in which a pair was an edit; `to` is its last day, absent while it has not been deleted. */
export interface PtpWindow {
  from: IsoDate;
  to?: IsoDate;
  indicator: ModifierIndicator;
  rationale: string;
}

/** Stands for the start of an edit that CMS marks `*`, in existence prior to 1996, whose real first day is not published. */
export const PRIOR_TO_1996: IsoDate = '1900-01-01';
