/** Whether PostgreSQL says that its disk is full. Source: PostgreSQL documentation, appendix A, "PostgreSQL Error Codes". */
export function isServerFull(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '53100';
}
