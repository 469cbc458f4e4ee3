import type { CodeList } from './code-list.ts';
import type { Component, Components } from './components.ts';

const AGENCY = 'SCRUTINEER';
/** Of the structure, not of the program: a change that breaks its readers is a new major version. */
const VERSION = '1.0.0';
const CONCEPTS = 'CS_FIGURES';

/** The data structures: figures with a period, and those whose paper tells none and which so lack that dimension. */
export const DATED = 'FIGURES';
export const UNDATED = 'FIGURES_WITHOUT_PERIOD';

/** How SDMX-CSV names a data structure, as in `SCRUTINEER:FIGURES(1.0.0)`. */
export function structureId(structure: string): string {
  return `${AGENCY}:${structure}(${VERSION})`;
}

/**
 * The SDMX-JSON 2.0.0 structure message (SDMX 3.0) of the data structures, with the concepts and the code lists that
 * they refer to.
 *
 * @param prepared ISO time of the newest paper in it, so that the same store gives the same message
 */
export function structureMessage(components: Components, prepared: string) {
  const { dimensions, time, measure, attributes, codeLists } = components;
  const used = codeLists.filter(({ names }) => names.size > 0);
  const concepts = [...dimensions, time, measure, ...attributes];
  return {
    meta: {
      schema:
        'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
      id: 'FIGURES_STRUCTURE',
      test: false,
      prepared,
      contentLanguages: ['en'],
      sender: { id: AGENCY },
    },
    data: {
      dataStructures: [
        dataStructure(DATED, 'Figures stated by papers', components, true),
        dataStructure(UNDATED, 'Figures stated by papers that tell no period for them', components, false),
      ],
      conceptSchemes: [
        {
          ...maintained(CONCEPTS, 'Concepts of a figure'),
          concepts: concepts.map(({ id, name }) => named(id, name)),
        },
      ],
      codelists: used.map(codeList),
    },
  };
}

function dataStructure(
  id: string,
  name: string,
  { dimensions, time, measure, attributes }: Components,
  dated: boolean,
) {
  return {
    ...maintained(id, name),
    dataStructureComponents: {
      dimensionList: {
        id: 'DimensionDescriptor',
        dimensions: dimensions.map((dimension, index) => ({ ...component(dimension), position: index + 1 })),
        ...(dated ? { timeDimension: component(time) } : {}),
      },
      measureList: { id: 'MeasureDescriptor', measures: [{ ...component(measure), usage: 'mandatory' }] },
      attributeList: {
        id: 'AttributeDescriptor',
        attributes: attributes.filter(isUsed).map((attribute) => ({
          ...component(attribute),
          usage: attribute.required ? 'mandatory' : 'optional',
          attributeRelationship: { observation: {} },
        })),
      },
    },
  };
}

/** A code list without codes is not written, so nothing may refer to it. */
function isUsed({ representation }: Component): boolean {
  return typeof representation === 'string' || representation.names.size > 0;
}

function component({ id, representation }: Component) {
  return {
    id,
    conceptIdentity: `${urn('conceptscheme.Concept', CONCEPTS)}.${id}`,
    localRepresentation:
      typeof representation === 'string'
        ? { format: { dataType: representation } }
        : { enumeration: urn('codelist.Codelist', representation.id) },
  };
}

function codeList({ id, name, names }: CodeList) {
  const codes = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...maintained(id, name), isPartial: false, codes: codes.map(([code, label]) => named(code, label)) };
}

function maintained(id: string, name: string) {
  return { ...named(id, name), version: VERSION, agencyID: AGENCY, isExternalReference: false };
}

function named(id: string, name: string) {
  return { id, name, names: { en: name } };
}

function urn(kind: string, id: string): string {
  return `urn:sdmx:org.sdmx.infomodel.${kind}=${AGENCY}:${id}(${VERSION})`;
}
