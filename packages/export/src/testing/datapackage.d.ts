/** The parts of the package `datapackage`, which brings no types, that tests use. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string;
    read(options: { readonly keyed: true; readonly relations?: boolean }): Promise<Record<string, unknown>[]>;
    checkRelations(): Promise<boolean>;
  }
  interface Package {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    getResource(name: string): Resource;
  }
  const datapackage: {
    validate(descriptor: unknown): Promise<{ readonly valid: boolean; readonly errors: readonly Error[] }>;
    Package: { load(descriptor: unknown, options: { readonly basePath: string }): Promise<Package> };
  };
  export default datapackage;
}
