import { readCameraExif } from '../../evidence/camera-exif';
import { readCaptureMoment } from '../../evidence/capture-moment';
import { clipped } from '../../evidence/fact-text';
import { readGenerators } from '../../evidence/generators';
import { toolFields } from '../../evidence/tool-fields';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { editorOf } from './editing-software';
import { text } from './camera-consistency.text';

/** Only ever speaks for a photograph, and softly: EXIF can be copied with one command. */
export const cameraConsistency = defineAnalyser({
  id: 'camera-consistency',
  family: 'metadata',
  needs: ['metadata', 'container'],
  examine({ metadata, container }): Answer {
    const camera = readCameraExif(metadata);
    if (!camera) return notApplicable('no-camera-exif');
    const sameSize = (camera.pixelWidth === container.width && camera.pixelHeight === container.height) || (camera.pixelWidth === container.height && camera.pixelHeight === container.width);
    const facts: Answer['facts'] = [
      { key: 'make', value: clipped(camera.make, 60) },
      { key: 'model', value: clipped(camera.model, 60) },
      { key: 'exposureFields', value: camera.exposures },
      { key: 'makerNote', value: camera.makerNote },
      { key: 'sizeMatches', value: camera.pixelWidth === 0 ? 'unstated' : sameSize },
      { key: 'gps', value: camera.gps },
      { key: 'segment', value: camera.segment },
      { key: 'offset', value: camera.offset },
    ];
    const whole = camera.exposures >= 3 && camera.makerNote && sameSize && readCaptureMoment(metadata) !== null;
    const untouched = !toolFields(metadata).some((field) => editorOf(field.value)) && readGenerators(metadata).length === 0;
    return whole && untouched ? { outcome: 'consistent', strength: -0.2, facts } : nothingFound(facts);
  },
  text,
});
