import type { Certificate } from '@gongzhi/shared/hours/certificate-model';

interface Printing {
  communityId: string;
  webOrigin: string;
  fileName: string;
}
/** The sheet of some certificates; what draws it, and its font, are loaded only here. */
export const printCertificates = async (
  certificates: readonly Certificate[],
  { communityId, webOrigin, fileName }: Printing,
) => {
  const { drawCertificates } = await import('./draw-certificates');
  const verifyUrl = `${webOrigin}/#/hours/verify/index?communityId=${communityId}&number=`;
  const pdf = await drawCertificates(certificates, verifyUrl);
  return { fileName, mediaType: 'application/pdf' as const, base64: pdf.toString('base64') };
};
