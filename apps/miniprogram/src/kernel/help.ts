/** The government service line every place in China answers (12345 政务服务便民热线), for communities that left no number here. */
export const SERVICE_LINE = '12345';
