-- AlterEnum
ALTER TYPE "ServiceKind" ADD VALUE 'handedUp';
ALTER TYPE "ServiceKind" ADD VALUE 'handedDown';
