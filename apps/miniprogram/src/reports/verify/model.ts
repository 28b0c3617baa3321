import { CheckCode, ReportNumber } from '@gongzhi/shared/reports/model';

/** Number and code as they are typed: letters of the number large, of the code small, without blanks. */
export const typedOf = (number: string, code: string): { number: string; code: string } => ({
  number: number.replaceAll(/\s/g, '').toUpperCase(),
  code: code.replaceAll(/\s/g, '').toLowerCase(),
});
export const fits = ({ number, code }: { number: string; code: string }): boolean =>
  ReportNumber.safeParse(number).success && CheckCode.safeParse(code).success;
