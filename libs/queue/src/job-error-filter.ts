import { Catch, type ExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';

/**
 * Lets errors out of Nest as they are. Its default filter replaces each by `{ status: 'error' }`, and the queue could not
 * tell an error that will pass from one that will not. Filters of an application's own come before it.
 */
@Catch()
export class JobErrorFilter implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
