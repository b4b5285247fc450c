import { Controller, Get, Param } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Policy } from '../../../http/policy.decorator.js';
import { CurrentPrincipal, type Principal } from '../../../http/principal.js';
import {
  adminReceiptCheckSchema,
  receiptCheckSchema,
  type AdminReceiptCheckDto,
  type ReceiptCheckDto,
} from './receipts.dto.js';
import { ReceiptsService } from './receipts.service.js';

const uuid = { schema: z.uuid() };

@ApiTags('receipts')
@ApiBearerAuth()
@Controller()
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  @Policy('signed-in')
  @Get('attempts/:id/receipts/:receiptId')
  @ApiOperation({ operationId: 'checkReceipt', summary: 'Whether a receipt of mine is genuine' })
  @ApiOkResponse({ standardSchema: receiptCheckSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  check(
    @CurrentPrincipal() { userId }: Principal,
    @Param('id', uuid) attemptId: string,
    @Param('receiptId', uuid) receiptId: string,
  ): Promise<ReceiptCheckDto> {
    return this.receipts.check(userId, attemptId, receiptId);
  }

  @Policy('admin')
  @Get('admin/receipts/:receiptId')
  @ApiOperation({
    operationId: 'adminCheckReceipt',
    summary: 'Whose a receipt is, and whether it is genuine',
  })
  @ApiOkResponse({ standardSchema: adminReceiptCheckSchema })
  @ApiNotFoundResponse({ description: 'NOT_FOUND' })
  checkForStaff(@Param('receiptId', uuid) receiptId: string): Promise<AdminReceiptCheckDto> {
    return this.receipts.checkForStaff(receiptId);
  }
}
